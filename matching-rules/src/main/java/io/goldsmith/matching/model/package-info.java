/**
 * The settings of a matching and its match model: m and u probabilities, prior and term frequencies. Models are loaded from and saved to readable JSON.
 */
package io.goldsmith.matching.model;
