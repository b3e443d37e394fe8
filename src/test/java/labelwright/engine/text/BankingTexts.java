package labelwright.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Questions of bank customers, a few for each of four subjects, written for these tests.
final class BankingTexts {

    private static final Map<String, List<String>> SUBJECTS = Map.of("card lost",
            List.of("I lost my card yesterday", "My card was stolen in the bus", "Someone took my wallet with the card in it",
                    "I cannot find my card any more",
                    "Please block my card, it is gone", "The card is missing since Monday", "I left my card in a taxi",
                    "My bag and my card were stolen"),
            "exchange rate",
            List.of("What is the exchange rate for euros today?", "How many dollars do I get for a pound?",
                    "Is the exchange rate you use a good one?",
                    "Which rate applies when I pay in yen?", "Why was the exchange rate so bad on my holiday?",
                    "Do you use the interbank rate?",
                    "What rate do I get for francs?", "Does the exchange rate change on weekends?"),
            "pin",
            List.of("I forgot my PIN", "How can I change my PIN code?", "My PIN is blocked after three wrong tries",
                    "Where do I see the PIN of my new card?",
                    "Can I choose a PIN myself?", "The machine says my PIN is wrong", "Unblock my PIN please", "Send me a new PIN"),
            "top up",
            List.of("How do I put money on my account?", "My top up has not arrived", "Can I top up with a cheque?",
                    "Topping up by bank transfer takes long",
                    "Why was my top up refused?", "Is there a limit for top ups?", "I want to add money with another card",
                    "Is automatic top up possible?"));

    private BankingTexts() {}

    static List<String> labels() {
        return SUBJECTS.keySet().stream().sorted().toList();
    }

    /// The first six of each subject.
    static List<LabelledText> train() {
        return part(0, 6);
    }

    /// The last two of each subject.
    static List<LabelledText> validation() {
        return part(6, 8);
    }

    private static List<LabelledText> part(int from, int to) {
        List<LabelledText> texts = new ArrayList<>();
        for (String label : labels()) {
            SUBJECTS.get(label).subList(from, to).forEach(text -> texts.add(new LabelledText(text, Set.of(label))));
        }
        return texts;
    }
}
