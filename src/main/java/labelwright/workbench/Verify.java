package labelwright.workbench;

/// Whether an export is read back and compared with what was exported.
public enum Verify {
    NO, YES
}
