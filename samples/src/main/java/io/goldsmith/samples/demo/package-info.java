/**
 * The demonstration: the landscape's three systems flow in, the whole main job runs on a real hub, and a table of stages, the accuracy
 * against the truth, two changes of address and the privacy report flow out to the terminal.
 */
package io.goldsmith.samples.demo;
