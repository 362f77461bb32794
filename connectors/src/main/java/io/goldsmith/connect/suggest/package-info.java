/**
 * Proposes the mapping of a connector. What a source says of its columns and a sample of its rows flow in, with the hub's entity model;
 * the connector's section of {@code goldsmith.yaml} flows out, with the reason behind each line and no value of a person. What columns
 * hold is told by {@link io.goldsmith.matching.suggest}, as for {@code match suggest}.
 */
package io.goldsmith.connect.suggest;
