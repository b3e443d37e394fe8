package labelwright.cli;

import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import labelwright.task.CancelledException;
import labelwright.workbench.WorkbenchException;

/// A command: does its work, prints the one answer, turns every failure into a sentence and an exit code.
@Command(mixinStandardHelpOptions = true)
abstract class AppCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AppCommand.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings surroundings;

    @Mixin
    private final OutputOption output = new OutputOption();

    AppCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @throws Exception shown to the person; only [WorkbenchException] and wrong values are expected
    abstract Answer answer() throws Exception;

    final Surroundings surroundings() {
        return surroundings;
    }

    final ConsoleProgress progress() {
        return new ConsoleProgress(surroundings.err(), surroundings.errorStream());
    }

    @Override
    public final Integer call() {
        try {
            Answer answer = answer();
            print(answer);
            return answer.exitCode();
        } catch (CancelledException e) {
            LOG.debug("Cancelled", e);
            return failed("Cancelled.", Answer.CANCELLED);
        } catch (UsageException e) {
            return failed(e.getMessage(), Answer.USAGE);
        } catch (WorkbenchException e) {
            LOG.debug("Failed", e);
            return failed(String.valueOf(e.getMessage()), Answer.FAILED);
        } catch (Exception | OutOfMemoryError e) {
            LOG.error("Unexpected failure", e);
            return failed("Something unexpected went wrong: " + e + ". What was stored before is safe.", Answer.FAILED);
        }
    }

    private void print(Answer answer) throws JsonProcessingException {
        if (output.isJson()) {
            surroundings.out().println(JSON.writeValueAsString(answer.json()));
        } else {
            answer.text().forEach(surroundings.out()::println);
        }
        surroundings.out().flush();
    }

    private int failed(String sentence, int exitCode) {
        surroundings.err().println(sentence);
        surroundings.err().flush();
        if (output.isJson()) {
            try {
                surroundings.out().println(JSON.writeValueAsString(Fields.of("error", sentence).toMap()));
            } catch (JsonProcessingException e) {
                LOG.error("A sentence that is no JSON text: {}", sentence, e);
            }
            surroundings.out().flush();
        }
        return exitCode;
    }
}
