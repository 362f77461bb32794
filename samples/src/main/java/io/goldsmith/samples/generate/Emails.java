package io.goldsmith.samples.generate;

import java.util.Locale;

/** Mail addresses as people choose them, with the providers' shares in France. */
final class Emails {

    private static final Weighted<String> PROVIDERS = Weighted.parse(
            "gmail.com=42 orange.fr=13 hotmail.fr=9 free.fr=8 outlook.fr=6 yahoo.fr=6 sfr.fr=5 laposte.net=4 wanadoo.fr=4 icloud.com=3");

    private Emails() {}

    static String personal(String givenName, String familyName, int birthYear, Draw draw) {
        String given = word(givenName);
        String family = word(familyName);
        String local = switch (draw.below(8)) {
            case 0, 1, 2 -> given + "." + family;
            case 3 -> given.charAt(0) + family;
            case 4 -> family + "." + given;
            case 5 -> given + birthYear % 100 + draw.digits(1);
            case 6 -> given + family + draw.between(1, 99);
            default -> given + "_" + family.charAt(0) + draw.digits(2);
        };
        // Common names are taken: a number tells their owners apart, though not always.
        return (draw.chance(0.35) ? local + draw.between(1, 99) : local) + "@" + PROVIDERS.pick(draw);
    }

    static String ofCompany(String name, Draw draw) {
        String word = word(name);
        String domain = word.substring(0, Math.min(20, word.length()));
        return draw.chance(0.7)
                ? (draw.chance(0.6) ? "contact@" : "compta@") + domain + ".fr"
                : domain + "@" + PROVIDERS.pick(draw);
    }

    private static String word(String name) {
        String plain = Letters.withoutAccents(name).toLowerCase(Locale.ROOT);
        StringBuilder word = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c == '-' && i > 0) {
                word.append(c);
            }
        }
        return word.isEmpty() ? "x" : word.toString();
    }
}
