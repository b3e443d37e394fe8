package labelwright.exchange;

import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.PictureSizes.Size;

/// Settles how large a picture is: its own size where it can be read, else what the label file says.
public final class SizeCheck {

    private SizeCheck() {}

    public static Size settle(Supplier<String> where, Size said, Optional<Size> ofPicture, ReadProblems problems) {
        if (ofPicture.isEmpty()) {
            return said;
        }
        Size real = ofPicture.get();
        if (said.isKnown() && !said.equals(real)) {
            String guess = said.width() == real.height() && said.height() == real.width()
                    ? " The labels may have been made on the unturned picture."
                    : "";
            problems.repaired(where.get(), ("The picture is said to have %s pixels, but it has %s; its own size was used.%s "
                    + "Check that its shapes lie where they should.").formatted(said, real, guess));
        }
        return real;
    }
}
