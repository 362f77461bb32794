package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.figure.Better;
import io.goldsmith.bench.figure.FigureList;
import java.io.PrintWriter;

/** How a hub's process tells its figures: a line each on standard output, four fields between tabs. */
public final class HubFigures {

    private static final String FIELD = "\t";

    private final PrintWriter out;

    /** Tells figures to a parent process. */
    public HubFigures(PrintWriter out) {
        this.out = out;
    }

    /** Tells a value of which more is better. */
    public void more(String name, double value, String unit) {
        tell(name, value, unit, Better.HIGHER);
    }

    /** Tells a value of which less is better. */
    public void less(String name, double value, String unit) {
        tell(name, value, unit, Better.LOWER);
    }

    private void tell(String name, double value, String unit, Better better) {
        out.println(String.join(FIELD, name, Double.toString(value), unit, better.name()));
        out.flush();
    }

    /**
     * Reads what such a process wrote.
     *
     * @param prefix what the names of its figures begin with in the list
     * @throws BenchException if a line is none of these
     */
    public static void read(String output, String prefix, FigureList figures) {
        for (String line : output.lines().toList()) {
            String[] fields = line.split(FIELD, -1);
            if (fields.length != 4) {
                throw new BenchException(
                        "Expected a figure of four fields in the output of the hub's process, but found "
                                + fields.length + " fields: bring the benchmark and its process together.");
            }
            figures.add(prefix + fields[0], Double.parseDouble(fields[1]), fields[2], Better.valueOf(fields[3]));
        }
    }
}
