package io.goldsmith.bench.match;

/** The edit distance as textbooks give it: one full matrix, optimal string alignment (Damerau, 1964; Wagner and Fischer, 1974). */
final class PlainEditMatrix {

    private PlainEditMatrix() {}

    /** Insertions, deletions, substitutions and exchanges of neighbours that turn one text into the other. */
    static int distance(String one, String other) {
        int[][] matrix = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                matrix[row][column] = row == 0 ? column : column == 0 ? row : cell(matrix, one, other, row, column);
            }
        }
        return matrix[one.length()][other.length()];
    }

    private static int cell(int[][] matrix, String one, String other, int row, int column) {
        char left = one.charAt(row - 1);
        char right = other.charAt(column - 1);
        int replaced = matrix[row - 1][column - 1] + (left == right ? 0 : 1);
        int best = Math.min(replaced, Math.min(matrix[row - 1][column], matrix[row][column - 1]) + 1);
        boolean exchanged = row > 1 && column > 1 && left == other.charAt(column - 2) && right == one.charAt(row - 2);
        return exchanged ? Math.min(best, matrix[row - 2][column - 2] + 1) : best;
    }
}
