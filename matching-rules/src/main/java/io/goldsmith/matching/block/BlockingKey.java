package io.goldsmith.matching.block;

/**
 * One key of one record under one blocking rule. Two records with an equal key are a candidate pair.
 *
 * @param rule the position of the rule in the configuration, from 0
 * @param value a 64 bit hash of the key's parts: it says nothing of them
 */
public record BlockingKey(int rule, long value) {}
