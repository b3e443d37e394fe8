package labelwright.workbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import labelwright.cli.CommandLineApp;

/// A process that does the main job on the command line while every way of Java to the network is refused and written down: names are not
/// resolved, and connections are stopped where they ask for a proxy. Prints `attempts: []` at its end when there were none.
final class OfflineJob {
    private static final Queue<String> ATTEMPTS = new ConcurrentLinkedQueue<>();

    private OfflineJob() {}

    /// @param args `canary` to try the network, else a folder for the workspace and one with a data set
    public static void main(String[] args) throws IOException {
        ProxySelector.setDefault(new Refusal());
        int failed = args[0].equals("canary") ? canary() : job(args[0], args[1]);
        System.out.println("attempts: " + List.copyOf(ATTEMPTS));
        System.exit(failed);
    }

    private static int job(String workspace, String data) {
        String[][] commands = {{"workspace", "create", workspace}, {"project", "create", "-w", workspace, "-p", "P"},
                {"import", "-w", workspace, data}, {"split", "-w", workspace, "--train", "60", "--val", "20", "--test", "20"},
                {"train", "-w", workspace, "--name", "m", "--set", "epochs=1", "--set", "input_size=64", "--set", "width=0.25"},
                {"evaluate", "-w", workspace, "--model", "m"}, {"suggest", "-w", workspace, "--model", "m", "--query", "split:test"},
                {"rank", "-w", workspace, "--model", "m"}, {"export", "-w", workspace, workspace + "-out", "--format", "coco", "--verify"},
                {"workspace", "check", workspace}};
        for (String[] command : commands) {
            int code = CommandLineApp.run(command);
            if (code != 0) {
                System.out.println("failed: " + String.join(" ", command) + " with " + code);
                return 1;
            }
        }
        return 0;
    }

    private static int canary() {
        for (String address : List.of("http://labelwright.invalid/", "http://192.0.2.1/")) {
            try {
                URI.create(address).toURL().openStream().close();
            } catch (IOException | IllegalStateException e) {
                System.out.println("refused: " + e);
            }
        }
        return 0;
    }

    private static final class Refusal extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            ATTEMPTS.add("connection to " + uri);
            throw new IllegalStateException("No network: " + uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            ATTEMPTS.add("failed connection to " + uri);
        }
    }

    /// Found by Java through a service file that only the child's class path has.
    public static final class Resolvers extends InetAddressResolverProvider {
        @Override
        public InetAddressResolver get(Configuration configuration) {
            return new InetAddressResolver() {
                @Override
                public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                    if (host.equals("localhost") || host.equals(configuration.lookupLocalHostName())) {
                        return Stream.of(InetAddress.getLoopbackAddress());
                    }
                    ATTEMPTS.add("look-up of " + host);
                    throw new UnknownHostException(host);
                }

                @Override
                public String lookupByAddress(byte[] address) throws UnknownHostException {
                    ATTEMPTS.add("look-up of an address");
                    throw new UnknownHostException("no network");
                }
            };
        }

        @Override
        public String name() {
            return "nobody is reachable";
        }
    }
}
