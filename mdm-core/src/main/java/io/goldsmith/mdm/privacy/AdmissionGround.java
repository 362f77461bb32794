package io.goldsmith.mdm.privacy;

/** Why the protection officer admits a record that the suppression list held back. */
public enum AdmissionGround {
    /** The person came back of their own will. */
    CAME_BACK,
    /** Another person with the same e-mail or phone, for example of the household. */
    SHARED_CONTACT,
    /** Another person with the same name and birth date. */
    NAMESAKE
}
