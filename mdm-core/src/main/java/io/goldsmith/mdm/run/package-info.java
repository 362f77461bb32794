/**
 * Runs of connectors and jobs. Starts and counts come in from who does the work; the console and the command line read how far each
 * run is and how it ended.
 */
package io.goldsmith.mdm.run;
