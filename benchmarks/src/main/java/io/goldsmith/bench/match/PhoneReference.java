package io.goldsmith.bench.match;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.standardise.Standardised;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Raw phone numbers of generated customers, brought to E.164 by our standardiser and by libphonenumber. */
final class PhoneReference {

    /** How many numbers there are. */
    static final int COUNT = 1024;

    private static final String REGION = "FR";

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final Standardiser standardiser =
            Standardiser.of(List.of(new AttributeDefinition("phone", SemanticType.PHONE, "", true)));
    private final List<String> raw;

    /** @param records raw records with some phone numbers; the same ones come again if they are few */
    PhoneReference(List<AttributeValues> records) {
        List<String> found =
                records.stream().flatMap(each -> each.all("phone").stream()).toList();
        raw = Stream.iterate(0, position -> position + 1)
                .limit(COUNT)
                .map(position -> found.get(position % found.size()))
                .toList();
    }

    /** A number's standard form; empty if it has none. */
    Optional<String> standard(int phone) {
        Standardised result = standardiser.standardise(0, raw.get(phone));
        return result instanceof Standardised.Value value ? Optional.of(value.text()) : Optional.empty();
    }

    /** A number as libphonenumber parses, checks and formats it; empty if it is none. */
    Optional<String> byLibphonenumber(int phone) {
        try {
            PhoneNumber number = library.parse(raw.get(phone), REGION);
            return library.isValidNumber(number)
                    ? Optional.of(library.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }
}
