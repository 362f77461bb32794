package io.goldsmith.connect.health;

import java.util.Map;
import java.util.function.DoubleSupplier;

/** Where figures go: whoever watches the hub implements it. Names of figures have dots; labels have few values, and none of a person. */
public interface Meters {

    /**
     * Takes a figure that only grows while the process lives.
     *
     * @param value asked whenever somebody looks
     */
    void counter(String name, String description, Map<String, String> labels, DoubleSupplier value);

    /**
     * Takes a figure that goes up and down.
     *
     * @param value asked whenever somebody looks; not a number if it is not known
     */
    void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value);
}
