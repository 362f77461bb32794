package io.goldsmith.mdm.privacy;

/** What a hash on the suppression list was made of. */
enum SuppressionTag {
    SOURCE_KEY("the source key"),
    EMAIL("an e-mail"),
    PHONE("a phone"),
    NAME_AND_BIRTH("the name and birth date"),
    /** Of no person: tells whether the key is still the one that the list was made with. */
    KEY_CHECK("the key");

    private final String text;

    SuppressionTag(String text) {
        this.text = text;
    }

    /** As it is shown to a person. */
    String text() {
        return text;
    }
}
