/**
 * The settings of a matching and its match model: m and u probabilities, prior and term frequencies. What a training tells of itself goes
 * with it. Models are loaded from and saved to readable JSON, beside what they were trained from.
 */
package io.goldsmith.matching.model;
