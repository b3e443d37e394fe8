package labelwright.workbench;

import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import labelwright.engine.EngineException;
import labelwright.exchange.ExchangeException;
import labelwright.media.MediaException;
import labelwright.model.query.QueryException;
import labelwright.store.StoreException;
import labelwright.workbench.WorkbenchException.Reason;

/// The one place where the faults of the lower floors become faults that people can be told. Bugs go through as they are.
final class Faults {
    private Faults() {}

    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException | ExchangeException | QueryException e) {
            throw translate(e);
        }
    }

    static void told(Runnable work) {
        told(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    static WorkbenchException translate(StoreException e) {
        Reason reason = switch (e.reason()) {
            case LOCKED -> Reason.LOCKED;
            case NEWER_VERSION -> Reason.NEWER_VERSION;
            case NOT_A_WORKSPACE -> Reason.NOT_A_WORKSPACE;
            case READ_ONLY -> Reason.READ_ONLY;
            case DISK_FULL -> Reason.DISK_FULL;
            case DAMAGED -> Reason.DAMAGED;
            case NOT_EMPTY -> Reason.NOT_EMPTY;
            case FAILED -> Reason.FAILED;
        };
        return new WorkbenchException(reason, sentence(e), e);
    }

    static WorkbenchException translate(EngineException e) {
        return new WorkbenchException(Reason.ENGINE, sentence(e), e);
    }

    static WorkbenchException translate(MediaException e) {
        return new WorkbenchException(e.reason() == MediaException.Reason.MISSING ? Reason.NOT_FOUND : Reason.FAILED, sentence(e), e);
    }

    /// What a future ended with, unwrapped and told; bugs come back as they are.
    static Throwable translate(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> translate(wrapped.getCause());
            case StoreException e -> translate(e);
            case MediaException e -> translate(e);
            case EngineException e -> translate(e);
            case ExchangeException e -> new WorkbenchException(Reason.FAILED, sentence(e), e);
            case QueryException e -> new WorkbenchException(Reason.INVALID, sentence(e), e);
            default -> failure;
        };
    }

    private static WorkbenchException translate(RuntimeException e) {
        return translate((Throwable) e) instanceof WorkbenchException told ? told : new WorkbenchException(Reason.FAILED, sentence(e), e);
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        if (message == null || message.isBlank()) {
            return "It failed for a reason that nobody foresaw (" + e.getClass().getSimpleName() + ").";
        }
        return message.endsWith(".") ? message : message + ".";
    }
}
