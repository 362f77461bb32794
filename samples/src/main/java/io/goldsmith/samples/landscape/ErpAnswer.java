package io.goldsmith.samples.landscape;

/**
 * A line of an acknowledgement file.
 *
 * @param message the number that the sender gave
 * @param accepted OK or REJET
 * @param reason why it was rejected, in French as everything of the ERP, without any value; empty if it was not
 * @param repeated whether it had been accepted before and has changed nothing now
 */
record ErpAnswer(String message, boolean accepted, String reason, boolean repeated) {

    static ErpAnswer ok(String message) {
        return new ErpAnswer(message, true, "", false);
    }

    static ErpAnswer again(String message) {
        return new ErpAnswer(message, true, "", true);
    }

    static ErpAnswer rejected(String message, String reason) {
        return new ErpAnswer(message, false, reason, false);
    }

    String[] line() {
        return new String[] {message, accepted ? "OK" : "REJET", reason};
    }
}
