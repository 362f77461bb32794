package io.goldsmith.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.ModelOrigin.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SavedModelTest {

    private static final TrainedModel TRAINED =
            new Training(Subscribers.table(1), Subscribers.SETTINGS, PairMode.DEDUPE, 1).train();

    @TempDir
    private Path folder;

    private static SavedModel saved(String at, OptionalLong labels) {
        return new SavedModel(
                TRAINED.model(),
                Optional.of(new ModelOrigin(
                        Instant.parse(at),
                        "Goldsmith 0.1.0",
                        List.of(new SourceFile("subscribers.csv", 1200)),
                        1,
                        labels,
                        TRAINED.diagnostics())));
    }

    private JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    @Test
    void loadsWhatItSaved() {
        Path file = folder.resolve("model.json");
        SavedModel saved = saved("2031-02-03T04:05:06Z", OptionalLong.of(600));
        saved.save(file);
        assertThat(SavedModel.load(file)).isEqualTo(saved);
        assertThat(MatchModel.load(file)).isEqualTo(TRAINED.model());
    }

    @Test
    void loadsAModelThatWasNotTrained() {
        Path file = folder.resolve("model.json");
        MatchModel.fromSettings(Subscribers.SETTINGS).save(file);
        assertThat(SavedModel.load(file))
                .isEqualTo(new SavedModel(MatchModel.fromSettings(Subscribers.SETTINGS), Optional.empty()));
    }

    @Test
    void leavesNoTraceOfTheOriginInTheModel() throws IOException {
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json");
        Path without = folder.resolve("without.json");
        saved("2031-02-03T04:05:06Z", OptionalLong.empty()).save(one);
        saved("2032-02-03T04:05:06Z", OptionalLong.of(600)).save(other);
        TRAINED.model().save(without);
        assertThat(Files.readString(one)).isNotEqualTo(Files.readString(other));
        assertThat(json(one).get("model"))
                .isEqualTo(json(other).get("model"))
                .isEqualTo(json(without).get("model"));
        assertThat(MatchModel.load(one)).isEqualTo(MatchModel.load(other));
        assertThat(json(one).get("trained").propertyNames()).containsExactly("at", "by", "from", "seed", "diagnostics");
        assertThat(json(without).propertyNames()).containsExactly("format", "version", "model");
    }

    @Test
    void makesTheSameBytesAtTheSameInstant() throws IOException {
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json");
        saved("2031-02-03T04:05:06Z", OptionalLong.empty()).save(one);
        TrainedModel again = new Training(Subscribers.table(9), Subscribers.SETTINGS, PairMode.DEDUPE, 1).train();
        new SavedModel(
                        again.model(),
                        Optional.of(new ModelOrigin(
                                Instant.parse("2031-02-03T04:05:06Z"),
                                "Goldsmith 0.1.0",
                                List.of(new SourceFile("subscribers.csv", 1200)),
                                1,
                                OptionalLong.empty(),
                                again.diagnostics())))
                .save(other);
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\":\"goldsmith-match-model\",\"version\":1,\"prior\":0.1} | of version 2, but found version 1; train the model anew | an earlier version",
                "{\"format\":\"something\",\"version\":2} | expected a goldsmith-match-model, but found another file | another file",
                "null | but found another file | nothing",
                "{\"format\":\"goldsmith-match-model\",\"version\":2} | lacks its \"model\" | no model",
                "id,name | expected a match model in JSON | no JSON"
            })
    void saysWhatIsWrongWithAFile(String content, String message, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), content);
        assertThatThrownBy(() -> MatchModel.load(file))
                .as(why)
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("model.json")
                .hasMessageContaining(message);
    }
}
