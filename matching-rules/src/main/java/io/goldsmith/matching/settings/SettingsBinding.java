package io.goldsmith.matching.settings;

import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How trees become settings records: keys with hyphens, enum words in lower case with hyphens, what is absent is null or 0. */
final class SettingsBinding {

    private SettingsBinding() {}

    static JsonMapper mapper() {
        SimpleModule words = new SimpleModule("words");
        words.setDeserializerModifier(new WordsOfEnums());
        return JsonMapper.builder()
                .addModule(words)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static final class WordsOfEnums extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> usual) {
            Object[] constants = type.getRawClass().getEnumConstants();
            return new WordOfEnum(constants);
        }
    }

    private static final class WordOfEnum extends ValueDeserializer<Object> {

        private final Object[] constants;

        private WordOfEnum(Object[] constants) {
            this.constants = constants;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            String word = parser.getString();
            for (Object constant : constants) {
                if (((Enum<?>) constant)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(word)) {
                    return constant;
                }
            }
            return context.handleWeirdStringValue(constants[0].getClass(), word, "not one of the valid words");
        }
    }
}
