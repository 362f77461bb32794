package io.goldsmith.bench.connect;

/**
 * How much the connectors are given to do.
 *
 * @param customers how many different customers are generated
 * @param rows how many rows a source has: the customers, over and over under other keys
 * @param early after how many rows the memory is looked at first
 * @param polledChanges how many changes of a polled source are timed
 * @param pushedChanges how many pushed ones
 */
record ConnectScale(long customers, long rows, long early, int polledChanges, int pushedChanges) {

    static final ConnectScale FULL = new ConnectScale(1_000_000, 5_000_000, 1_000_000, 6_000, 1_200);
    static final ConnectScale QUICK = new ConnectScale(10_000, 50_000, 10_000, 500, 100);

    /** The same with so many rows. */
    ConnectScale ofRows(long many) {
        return new ConnectScale(Math.min(customers, many), many, many / 5, polledChanges, pushedChanges);
    }
}
