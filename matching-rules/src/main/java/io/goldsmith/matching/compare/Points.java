package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;

/** The values of a column as points on the globe, {@code latitude,longitude} in degrees. Immutable, thread-safe. */
final class Points {

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double KM_PER_DEGREE = Math.toRadians(1) * EARTH_RADIUS_KM;

    private final double[] latitudes;
    private final double[] longitudes;

    private Points(double[] latitudes, double[] longitudes) {
        this.latitudes = latitudes;
        this.longitudes = longitudes;
    }

    /** Reads the values of a column; what is no point on the globe is far from everything. */
    static Points of(Column column) {
        double[] latitudes = new double[column.elementCodes()];
        double[] longitudes = new double[column.elementCodes()];
        for (int element = 1; element < latitudes.length; element++) {
            String text = column.text(element);
            int parting = Math.max(text.indexOf(','), text.indexOf(';'));
            double latitude = parting < 0
                    ? Double.NaN
                    : Numbers.parse(text.substring(0, parting).strip());
            double longitude = parting < 0
                    ? Double.NaN
                    : Numbers.parse(text.substring(parting + 1).strip());
            boolean onTheGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            latitudes[element] = onTheGlobe ? latitude : Double.NaN;
            longitudes[element] = onTheGlobe ? longitude : Double.NaN;
        }
        return new Points(latitudes, longitudes);
    }

    /** Whether two points are at most so many kilometres apart. */
    boolean within(int one, int other, double kilometres) {
        double north = Math.abs(latitudes[one] - latitudes[other]);
        return north * KM_PER_DEGREE <= kilometres * (1 + LetterBound.SLACK) && kilometres(one, other) <= kilometres;
    }

    /** The great-circle distance by the haversine formula on a sphere of the earth's mean radius; NaN for what is no point. */
    double kilometres(int one, int other) {
        double latitude = Math.toRadians(latitudes[one]);
        double otherLatitude = Math.toRadians(latitudes[other]);
        double north = StrictMath.sin((otherLatitude - latitude) / 2);
        double east = StrictMath.sin(Math.toRadians(longitudes[other] - longitudes[one]) / 2);
        double haversine = north * north + StrictMath.cos(latitude) * StrictMath.cos(otherLatitude) * east * east;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
