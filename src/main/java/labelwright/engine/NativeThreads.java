package labelwright.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the threads of PyTorch's OpenMP library wait for each other.
///
/// By default a thread that has done its part spins at full speed until the others arrive. Alone on a machine that is fastest; but next to other busy threads, such as
/// somebody labelling while a run goes on, it takes the processor from the very thread it waits for, and training was measured at a twentieth of
/// its speed. A short spin and then sleep costs next to nothing on a quiet machine. The library reads the wish from the process's environment once, when it
/// is loaded, and Java cannot write that; hence the call to the C library.
final class NativeThreads {

    private static final Logger LOG = LoggerFactory.getLogger(NativeThreads.class);
    private static final String SPIN = "GOMP_SPINCOUNT";
    private static final String ROUNDS = "1000";

    private NativeThreads() {}

    /// Asks for short spins unless the environment says something already. To be called before the native libraries are loaded; where it does not work, nothing changes.
    @SuppressWarnings("restricted")
    static void spinShortly() {
        boolean said = System.getenv(SPIN) != null || System.getenv("OMP_WAIT_POLICY") != null;
        if (said || System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup lookup = linker.defaultLookup();
            Optional<MemorySegment> setenv = lookup.find("setenv");
            if (setenv.isPresent()) {
                MethodHandle call = linker.downcallHandle(setenv.get(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
                int failed = (int) call.invokeExact(arena.allocateFrom(SPIN), arena.allocateFrom(ROUNDS), 0);
                LOG.debug("short spins asked for: {}", failed == 0);
            }
        } catch (Throwable e) { // what a method handle may throw
            LOG.debug("cannot set {}", SPIN, e);
        }
    }
}
