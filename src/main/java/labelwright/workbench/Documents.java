package labelwright.workbench;

import java.nio.file.Path;

import labelwright.exchange.DocumentTexts;
import labelwright.media.document.DocumentException;
import labelwright.media.document.DocumentText;
import labelwright.model.Problem.Action;

/// Lets readers of data sets read documents.
final class Documents implements DocumentTexts {

    @Override
    public void read(Path file, Taker taker) {
        try {
            DocumentText.read(file, new DocumentText.Taker() {
                @Override
                public void text(int page, String text) {
                    taker.text(page, text);
                }

                @Override
                public void problem(int page, Action action, String sentence) {
                    taker.problem(page, action, sentence);
                }

                @Override
                public void progress(int done, int total) {
                    taker.progress(done, total);
                }
            });
        } catch (DocumentException e) {
            taker.problem(0, Action.REFUSED, String.valueOf(e.getMessage()));
        }
    }
}
