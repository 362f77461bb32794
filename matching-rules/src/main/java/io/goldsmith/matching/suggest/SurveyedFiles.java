package io.goldsmith.matching.suggest;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.RecordTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Files whose columns have been surveyed.
 *
 * @param records how many records they hold
 * @param scale how many of them stand behind one of the sample, at least 1
 * @param partial columns that only some of the files have, so that they are not used
 * @param design what is compared and how
 * @param table the sample in standard form, with its derived attributes
 */
public record SurveyedFiles(long records, double scale, List<String> partial, MatchDesign design, RecordTable table) {

    /**
     * Reads a sample and surveys it.
     *
     * @param files the files; with several, an id is prefixed by its file's name
     * @param idColumn the column that holds the id
     * @param ignored columns that are not looked at
     * @param seed chooses the records of the sample
     * @throws MatchingException if a file cannot be read, the id column is missing, or nothing can be compared
     */
    public static SurveyedFiles survey(
            List<Path> files, String idColumn, Set<String> ignored, long seed, SuggestProgress progress) {
        SampledRecords sample = new RecordSampling(idColumn, ignored, seed, progress).read(files);
        progress.advanced("survey", 0, 1);
        MatchDesign design = new DesignProposal(new ColumnSurvey(sample).survey()).design();
        RecordTable table = new SampleTable(sample, design).table();
        progress.advanced("survey", 1, 1);
        return new SurveyedFiles(sample.total(), sample.scale(), sample.leftOut(), design, table);
    }
}
