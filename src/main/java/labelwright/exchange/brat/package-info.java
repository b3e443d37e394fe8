/// brat standoff: each text `a.txt` has its annotations in `a.ann`, one a line; `annotation.conf` names the types.
///
/// Offsets are code points of the text, line breaks as they are in the file. A byte order mark counts for brat and not for us. Files whose
/// offsets are UTF-16 units or bytes are converted where their covered texts say so.
///
/// | line | here |
/// |---|---|
/// | `T1` text-bound | a region; several fragments are one region |
/// | `R1` relation | a relation from the first argument to the second; other roles than `Arg1` and `Arg2` are its attributes |
/// | `E1` event | its trigger is a region, each argument a relation from the trigger, called like the role |
/// | `A1`, `M1` attribute | an attribute of the region or relation; without a value it is `1` |
/// | `N1` normalisation | the attribute `Reference`: `Wikipedia:534366 Barack Obama`, one a line |
/// | `#1` note | the attribute `note` for `AnnotatorNotes`, else the attribute of the note's type |
/// | `*` equivalence | relations of the type `Equiv` between neighbours |
///
/// Decision: events become regions with relations, and are written as such: relations between relations are nothing that people here draw.
/// Decision: what brat's types and values cannot spell stands in a comment of `annotation.conf` and in notes of the type
/// `LabelwrightAttribute`, which brat shows as notes; it comes back the same.
/// Decision: an archive (zip) is read like a folder, with a limit for each file and for all of them; nothing is unpacked to the disk.
@NullMarked
package labelwright.exchange.brat;

import org.jspecify.annotations.NullMarked;
