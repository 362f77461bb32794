package io.goldsmith.bench.process;

import io.goldsmith.bench.figure.BenchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the command {@code match} says of a run.
 *
 * @param stageSeconds how long each stage took, in their order
 * @param records how many records were matched
 * @param pairs how many pairs were compared
 */
public record MatchOutput(Map<String, Double> stageSeconds, long records, long pairs) {

    private static final Pattern STAGES = Pattern.compile("(?m)^stages +(.*)$");
    private static final Pattern STAGE = Pattern.compile("(\\w+) ([0-9.]+) s");
    private static final Pattern RECORDS = Pattern.compile("(?m)^records +([0-9,]+) in");
    private static final Pattern PAIRS = Pattern.compile("(?m)^pairs +([0-9,]+) compared");

    /**
     * Reads the command's standard output.
     *
     * @throws BenchException if a line is missing
     */
    public static MatchOutput parse(String output) {
        Map<String, Double> stages = new LinkedHashMap<>();
        Matcher stage = STAGE.matcher(find(STAGES, "stages", output));
        while (stage.find()) {
            stages.put(stage.group(1), Double.valueOf(stage.group(2)));
        }
        return new MatchOutput(stages, count(find(RECORDS, "records", output)), count(find(PAIRS, "pairs", output)));
    }

    /** How many pairs were compared for each record. */
    public double pairsPerRecord() {
        return pairs / (double) Math.max(1, records);
    }

    private static String find(Pattern pattern, String line, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new BenchException(
                    "Expected a line \"" + line
                            + "\" in the output of the command match, but found none: bring the benchmark and the command together.");
        }
        return found.group(1);
    }

    private static long count(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
