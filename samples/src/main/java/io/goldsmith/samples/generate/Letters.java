package io.goldsmith.samples.generate;

/** What old systems and hurried fingers do to letters. */
final class Letters {

    private static final String ACCENTED = "àâäéèêëîïôöùûüçñÀÂÄÉÈÊËÎÏÔÖÙÛÜÇÑ’";
    private static final String PLAIN = "aaaeeeeiioouuucnAAAEEEEIIOOUUUCN'";

    private Letters() {}

    static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = c < 128 ? -1 : ACCENTED.indexOf(c);
            if (at >= 0) {
                plain.append(PLAIN.charAt(at));
            } else if (c == 'œ' || c == 'Œ') {
                plain.append(c == 'œ' ? "oe" : "OE");
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
