/// One declaration per action: id, words, icon, shortcut, where it holds, when it can be done and why not, and the command.
///
/// Buttons, menus, tooltips, the command palette and the sheet of shortcuts are all made from an [Action], so that they can never say
/// different things. The words come from the resource bundle of the package that declares the action ([Texts]): `action.` and the id.
/// May know the floors below the screens, no screen and no control of ours.
///
/// Decision: shortcuts are dispatched in one place ([ShortcutDispatch]) after the focused control had its turn, so a letter typed into a
/// field is text and the same letter over the picture is a tool. Rejected: scene accelerators (they fire while a person types, and two
/// screens cannot use the same key) and an enum of all actions with a switch (one file that every feature has to change).
@NullMarked
package labelwright.ui.action;

import org.jspecify.annotations.NullMarked;
