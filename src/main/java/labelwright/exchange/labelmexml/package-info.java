/// LabelMe of MIT, the web tool of 2008: one XML file for each picture, with polygons, boxes and masks; only read.
///
/// Pictures lie in `Images` and masks in `Masks`, in the folder that the XML file has below `Annotations`; or all of them lie side by side.
///
/// Decision: an object and its parts (`hasparts`, `ispartof`) are one group. What its `attributes` say as `name=value` become attributes; other
/// words stay together as one attribute called `attributes`.
/// Decision: a pixel of a mask is on when it has a colour: masks are painted on a transparent, black ground.
/// Rejected: writing it. Its web tool is no longer there, and every tool that reads it reads other formats too.
@NullMarked
package labelwright.exchange.labelmexml;

import org.jspecify.annotations.NullMarked;
