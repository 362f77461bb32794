package io.goldsmith.samples.campaign.fault;

import java.util.List;
import java.util.Map;

/**
 * What the hub's process says of itself, as JSON on one line.
 *
 * @param deliveries how many are in each state, by target
 * @param standings how many records of each target stand in each state
 * @param kept the records that were left as they are in a target, by target
 * @param events change events so far
 * @param unpositioned those that wait for their position
 * @param addresses where each source record's golden record says that its customer lives: street, postcode, town; by source and key
 */
record HubReport(
        Map<String, Map<String, Long>> deliveries,
        Map<String, Map<String, Long>> standings,
        Map<String, List<String>> kept,
        long events,
        long unpositioned,
        Map<String, Address> addresses) {

    /** How many deliveries are in one of some states; in any, if none are named. */
    long delivered(String... states) {
        return count(deliveries, states);
    }

    /** How many records stand in one of some states; in any, if none are named. */
    long stand(String... states) {
        return count(standings, states);
    }

    private static long count(Map<String, Map<String, Long>> counts, String... states) {
        List<String> wanted = List.of(states);
        return counts.values().stream()
                .flatMap(byState -> byState.entrySet().stream())
                .filter(state -> wanted.isEmpty() || wanted.contains(state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
