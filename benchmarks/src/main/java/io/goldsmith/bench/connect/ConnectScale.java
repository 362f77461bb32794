package io.goldsmith.bench.connect;

/**
 * How much the connectors are given to do.
 *
 * @param customers how many different customers are generated
 * @param rows how many rows a source has: the customers, over and over under other keys
 * @param early after how many rows the memory is looked at first
 * @param warmUpChanges how many changes are sent on their way before they count
 * @param changes how many are timed
 */
record ConnectScale(long customers, long rows, long early, int warmUpChanges, int changes) {

    static final ConnectScale FULL = new ConnectScale(1_000_000, 5_000_000, 1_000_000, 2_000, 6_000);
    static final ConnectScale QUICK = new ConnectScale(10_000, 50_000, 10_000, 300, 500);

    /** The same with so many rows. */
    ConnectScale ofRows(long many) {
        return new ConnectScale(Math.min(customers, many), many, many / 5, warmUpChanges, changes);
    }
}
