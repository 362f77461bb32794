/**
 * A number of records and a seed flow in; the customer records of three systems flow out, with realistic faults and, apart from them,
 * the truth of who is who. Every record is a pure function of seed and position, so that nothing but the shuffled plan of who appears
 * where is held in memory.
 */
package io.goldsmith.samples.generate;
