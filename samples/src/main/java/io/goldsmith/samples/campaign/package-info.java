/**
 * The long versions of what the tests run small: a script of loads, edits and decisions goes in, the hub is killed while it works on it,
 * and what comes out is compared with a hub that nobody disturbed.
 */
package io.goldsmith.samples.campaign;
