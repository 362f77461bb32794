package io.goldsmith.mdm.quality;

/** What happens to a record that breaks a validation rule. In configuration: the name in lower case. */
public enum Severity {
    /** It waits in quarantine. */
    REJECT,
    /** It goes on, with the problem noted; its trust drops. */
    WARN
}
