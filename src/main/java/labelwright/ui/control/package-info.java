/// What every screen is built with: what a [Screen] is and how it is reached ([Place], [Navigator]), what it is given
/// ([ProjectContext], [AppServices]), the one class that hops between threads ([FxJobs]), how faults and notices are told, empty states,
/// dialogs, styles and themes.
///
/// Knows the workbench and the floors below; knows no screen. Screens do not import each other: they meet here, and the shell shows them
/// without knowing what they are.
///
/// Decision: screens are made anew for each opened project, by a [ScreenFactory]. So what they are given is there for their whole life,
/// their fields are final, and none has to ask whether a project is open. Rejected: one set of screens that lives as long as the app
/// and listens for the project to come and go; every view would have carried that question.
@NullMarked
package labelwright.ui.control;

import org.jspecify.annotations.NullMarked;
