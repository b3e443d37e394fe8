package labelwright.textview;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.journey.Fx;
import labelwright.journey.Screenshots;
import labelwright.model.AnnotationId;
import labelwright.text.Search;
import labelwright.textview.gesture.TextKey;

import static labelwright.textview.ShownText.DATE;
import static labelwright.textview.ShownText.ORGANISATION;
import static labelwright.textview.ShownText.PERSON;
import static labelwright.textview.ShownText.PLACE;
import static labelwright.textview.ShownText.SAME_AS;
import static labelwright.textview.ShownText.WORKS_FOR;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What texts of all kinds look like on the surface; leaves pictures to look at, and counts the colours of labels in them.
class TextPicturesTest {
    private static final String ENGLISH = """
            Ada Lovelace worked with Charles Babbage at the University of London's Observatory in 1843, and the Bank of England paid.
            She wrote to Mary Somerville, who knew Babbage's brother and sister Georgiana well; both lived in London near the river, \
            where the Royal Society met on Thursdays throughout the winter of that year.

            Much later, on 10 December 1852, her notes were found.\tThey are kept in Oxford today.
            """;
    private Stage stage;

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void nestedCrossingAndDiscontinuousSpansWithArcs() {
        ShownText text = new ShownText(ENGLISH);
        AnnotationId ada = text.span(PERSON, "Ada Lovelace");
        AnnotationId charles = text.span(PERSON, "Charles Babbage");
        AnnotationId university = text.span(ORGANISATION, "University of London's Observatory");
        text.span(PLACE, "London");
        text.span(DATE, "Observatory in 1843");
        AnnotationId bank = text.span(ORGANISATION, "Bank of England");
        text.span(PLACE, "England");
        AnnotationId mary = text.span(PERSON, "Mary Somerville");
        text.span(PERSON, "brother", "Georgiana");
        text.span(PERSON, "sister Georgiana");
        text.span(ORGANISATION, "Royal Society");
        AnnotationId found = text.suggest(DATE, 0.93, "10 December 1852");
        AnnotationId oxford = text.suggest(PLACE, 0.51, "Oxford");
        text.suggestRelation(SAME_AS, found, oxford);
        text.suggest(DATE, 0.7, "Thursdays");
        text.relate(WORKS_FOR, ada, university);
        text.relate(WORKS_FOR, charles, university);
        text.relate(SAME_AS, ada, charles);
        text.relate(WORKS_FOR, mary, bank);
        picture("text-nested-light", text, surface -> {
            surface.select(Selection.of(university));
        }, "");
        picture("text-nested-dark", text, surface -> surface.select(Selection.of(ada)),
                "-text-ink: #e6edf3; -text-paper: #0d1117; -text-accent: #4493f8; -text-found: #9e6a03;");
        picture("text-sentences", text, surface -> surface.viewProperty().set(TextSurface.View.SENTENCES), "");
        picture("text-linking", text, surface -> {
            surface.relationTypeProperty().set(WORKS_FOR.id());
            surface.select(Selection.of(mary));
            surface.key(TextKey.RELATE);
            surface.key(TextKey.NEXT_SPAN);
        }, "");
    }

    @Test
    void whatIsFoundProposedAndMarked() {
        ShownText text = new ShownText(ENGLISH);
        text.span(PERSON, "Charles Babbage");
        WritableImage drawn = picture("text-found", text, surface -> {
            surface.highlight(Search.all(text.cut().text(), "the", Set.of()), 1);
            surface.propose(Search.all(text.cut().text(), "London", Set.of()));
            surface.mark(new TextRange(140, 190));
        }, "");
        assertTrue(count(drawn, 0xFFFFD33D) > 50, "the current find is not marked");
    }

    @Test
    void arabicAndHebrewReadFromTheRight() {
        ShownText text = new ShownText("""
                وُلد نجيب محفوظ في القاهرة عام 1911 وعمل في وزارة الأوقاف (مصر) حتى التقاعد، وكتب أكثر من ثلاثين رواية طويلة وقصيرة.
                עמוס עוז נולד בירושלים בשנת 1939 ולימד באוניברסיטת בן-גוריון שבנגב.
                The novelist نجيب محفوظ was born in القاهرة and wrote Arabic (العربية) prose in 1988.
                """);
        AnnotationId naguib = text.span(PERSON, "نجيب محفوظ");
        text.span(PLACE, "القاهرة");
        text.span(DATE, "عام 1911");
        AnnotationId ministry = text.span(ORGANISATION, "وزارة الأوقاف (مصر)");
        text.span(PLACE, "مصر");
        text.span(PERSON, "עמוס עוז");
        text.span(PLACE, "ירושלים");
        text.span(ORGANISATION, "אוניברסיטת בן-גוריון");
        text.span(PERSON, List.of(Search.all(text.cut().text(), "novelist نجيب محفوظ was", Set.of()).getFirst()));
        text.relate(WORKS_FOR, naguib, ministry);
        picture("text-right-to-left", text, surface -> surface.select(Selection.of(naguib)), "");
    }

    @Test
    void chineseJapaneseEmojiAndMarks() {
        ShownText text = new ShownText("""
                鲁迅（1881年9月25日—1936年10月19日），原名周樟寿，后改名周树人，字豫才，浙江绍兴人，中国现代文学的奠基人之一。他曾在北京大学任教，与蔡元培是同乡。
                夏目漱石は東京帝国大学で英文学を学び、『吾輩は猫である』でデビューした。ロンドンに留学したこともある。
                Team 👩‍💻👨‍👩‍👧‍👦 met 🇯🇵 in 東京 🗼 — café naïve e\u0301te\u0301 Việt Nam हिन्दी भाषा 👍🏽!
                """);
        AnnotationId author = text.span(PERSON, "周树人");
        text.span(PERSON, "鲁迅");
        text.span(DATE, "1881年9月25日");
        text.span(DATE, "1936年10月19日");
        text.span(PLACE, "浙江绍兴");
        text.span(PLACE, "浙江");
        AnnotationId university = text.span(ORGANISATION, "北京大学");
        text.span(PLACE, "北京");
        text.span(PERSON, "蔡元培");
        text.span(PERSON, "夏目漱石");
        text.span(ORGANISATION, "東京帝国大学");
        text.span(PLACE, "ロンドン");
        text.span(PERSON, "👩‍💻👨‍👩‍👧‍👦");
        text.span(PLACE, "🇯🇵");
        text.span(PLACE, "東京 🗼");
        text.span(PLACE, "Việt Nam");
        text.span(ORGANISATION, "हिन्दी");
        text.relate(WORKS_FOR, author, university);
        picture("text-chinese-emoji", text, surface -> surface.letterSizeProperty().set(18), "");
    }

    private WritableImage picture(String name, ShownText text, Consumer<TextSurface> look, String style) {
        if (stage != null) {
            Fx.run(stage::close);
        }
        TextSurface surface = Fx.get(() -> {
            TextSurface made = new TextSurface(text.ids()::next);
            made.setStyle(style);
            stage = new Stage();
            stage.setScene(new Scene(made, 820, 480));
            stage.show();
            text.show(made);
            return made;
        });
        Fx.pulse();
        Fx.run(() -> {
            look.accept(surface);
            surface.requestFocus();
        });
        Fx.pulse();
        WritableImage drawn = Fx.get(() -> surface.snapshot(null, null));
        Screenshots.save(surface.getScene(), name);
        return drawn;
    }

    private static int count(WritableImage image, int colour) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getPixelReader().getArgb(x, y) == colour ? 1 : 0;
            }
        }
        return found;
    }
}
