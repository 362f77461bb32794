package io.goldsmith.samples.generate;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Accounting's JSON: one customer per object, dates in ISO form, a birth date that is not known as null. */
public final class AccountingFormat {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AccountingFormat() {}

    public static ObjectWriter writer() {
        return MAPPER.writerFor(AccountingCustomer.class);
    }

    public static ObjectReader reader() {
        return MAPPER.readerFor(AccountingCustomer.class);
    }

    /** A reader that refuses fields which no customer has, and text behind the object. */
    public static ObjectReader strictReader() {
        return reader().with(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
