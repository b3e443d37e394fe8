package labelwright.ui.control;

/// What every screen may use, whatever is open.
public record AppServices(FxJobs jobs, Faults faults, Notices notices, Navigator navigator, SettingsModel settings, FileChoosers files) {

    public AppServices withJobs(FxJobs changed) {
        return new AppServices(changed, faults, notices, navigator, settings, files);
    }
}
