package labelwright.bench;

import java.io.IOException;

import labelwright.ui.annotate.NextPictureRun;

/// How long it takes from the key to the next picture on the screen. Run: `mvn -q -Pbench -Dbench=NextPictureBench -Dbench.jvm=-Xmx4g`.
public final class NextPictureBench {
    private NextPictureBench() {}

    public static void main(String[] args) throws IOException {
        NextPictureRun.start();
    }
}
