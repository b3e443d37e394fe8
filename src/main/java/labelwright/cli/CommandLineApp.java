package labelwright.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

import labelwright.cli.Surroundings.ErrorStream;
import labelwright.settings.SettingsFile;
import labelwright.task.CancelToken;
import labelwright.task.ExitGuard;

/// The command line, put together.
public final class CommandLineApp {
    private final CommandLine commands;

    CommandLineApp(Surroundings surroundings) {
        commands = new CommandLine(new Root()).addSubcommand(new SampleCommand(surroundings))
                .addSubcommand(new CommandLine(new WorkspaceGroup()).addSubcommand(new WorkspaceCreateCommand(surroundings))
                        .addSubcommand(new WorkspaceInfoCommand(surroundings)).addSubcommand(new WorkspaceCheckCommand(surroundings))
                        .addSubcommand(new WorkspaceBackupCommand(surroundings)).addSubcommand(new WorkspaceRestoreCommand(surroundings)))
                .addSubcommand(new CommandLine(new ProjectGroup()).addSubcommand(new ProjectCreateCommand(surroundings))
                        .addSubcommand(new ProjectListCommand(surroundings)).addSubcommand(new ProjectSchemaCommand(surroundings)))
                .addSubcommand(new FormatsCommand(surroundings)).addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings)).addSubcommand(new ItemsCommand(surroundings))
                .addSubcommand(new SplitCommand(surroundings)).addSubcommand(new TrainCommand(surroundings))
                .addSubcommand(new EvaluateCommand(surroundings)).addSubcommand(new SuggestCommand(surroundings))
                .addSubcommand(new RankCommand(surroundings))
                .addSubcommand(new SimilarCommand(surroundings))
                .addSubcommand(new CommandLine(new ModelsCommand(surroundings)).addSubcommand(new ModelsExportCommand(surroundings))
                        .addSubcommand(new ModelsImportCommand(surroundings)).addSubcommand(new ModelsStageCommand(surroundings)))
                .addSubcommand(new CommandLine(new RunsCommand(surroundings)).addSubcommand(new RunsCompareCommand(surroundings)))
                .addSubcommand(new ConvertCommand(surroundings)).addSubcommand(new HelpCommand()).addSubcommand(new GenerateCompletion());
        commands.setOut(surroundings.out());
        commands.setErr(surroundings.err());
        commands.setUsageHelpAutoWidth(true);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setAbbreviatedOptionsAllowed(false);
    }

    /// Runs one command with the streams of the process; Ctrl-C cancels it. Returns the exit code.
    public static int run(String... args) {
        CancelToken token = new CancelToken();
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        ErrorStream kind = System.getProperty("labelwright.terminal", "no").equals("yes") ? ErrorStream.TERMINAL : ErrorStream.FILE;
        try (ExitGuard _ = new ExitGuard(token)) {
            int code = new CommandLineApp(new Surroundings(out, err, kind, SettingsFile.ofAccount(), token)).execute(args);
            out.flush();
            err.flush();
            return code;
        }
    }

    int execute(String... args) {
        return commands.execute(args);
    }

    @Command(name = "labelwright", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
            "Labels pictures and texts and trains models on this machine, without any network.",
            "Without a command, or with \"open DIR\", the app opens."}, footer = {"",
                    "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled.",
                    "With --json standard output holds exactly one JSON object."})
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            needsCommand(spec);
        }
    }

    @Command(name = "workspace", mixinStandardHelpOptions = true, description = "Makes, looks at and looks after workspaces.")
    private static final class WorkspaceGroup implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            needsCommand(spec);
        }
    }

    @Command(name = "project", mixinStandardHelpOptions = true, description = "Makes and lists projects.")
    private static final class ProjectGroup implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            needsCommand(spec);
        }
    }

    private static void needsCommand(CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec) {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineApp.class.getPackage().getImplementationVersion();
            return new String[] {"labelwright " + (version == null ? "(development)" : version)};
        }
    }
}
