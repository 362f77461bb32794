package io.goldsmith.samples.demo;

/**
 * What a stage of the demonstration promises, and whether it held.
 *
 * @param promise what should be
 * @param found what was measured
 * @param holds whether it held
 */
record Check(String promise, String found, boolean holds) {}
