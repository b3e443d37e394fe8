package labelwright.exchange.formats;

import java.util.List;

import labelwright.exchange.Formats;
import labelwright.exchange.brat.BratFormat;
import labelwright.exchange.classfolders.ClassFoldersFormat;
import labelwright.exchange.coco.CocoFormat;
import labelwright.exchange.conll.ConllFormat;
import labelwright.exchange.csv.CsvFormat;
import labelwright.exchange.cvat.CvatFormat;
import labelwright.exchange.doccano.DoccanoFormat;
import labelwright.exchange.documents.DocumentsFormat;
import labelwright.exchange.dota.DotaFormat;
import labelwright.exchange.labelme.LabelmeFormat;
import labelwright.exchange.labelmexml.LabelmeXmlFormat;
import labelwright.exchange.labelstudio.LabelStudioFormat;
import labelwright.exchange.labelstudio.LabelStudioTextFormat;
import labelwright.exchange.masks.MasksFormat;
import labelwright.exchange.pictures.PicturesFormat;
import labelwright.exchange.plaintext.PlainLinesFormat;
import labelwright.exchange.plaintext.PlainTextFormat;
import labelwright.exchange.prodigy.ProdigyFormat;
import labelwright.exchange.voc.VocFormat;
import labelwright.exchange.webanno.WebannoFormat;
import labelwright.exchange.yolo.YoloFormat;

/// Names the formats.
public final class StandardFormats {

    private StandardFormats() {}

    public static Formats create() {
        return new Formats(
                List.of(new CocoFormat(), new VocFormat(), new YoloFormat(), new CvatFormat(), new LabelmeFormat(), new LabelStudioFormat(),
                        new DotaFormat(), new MasksFormat(), new ClassFoldersFormat(), new PicturesFormat(), new BratFormat(),
                        new PlainTextFormat(), new PlainLinesFormat(), new CsvFormat(), new DoccanoFormat(), new ProdigyFormat(),
                        new ConllFormat(), new LabelStudioTextFormat(), new WebannoFormat(), new DocumentsFormat(),
                        new LabelmeXmlFormat()));
    }
}
