/**
 * The command line: arguments flow in, a command of this or of a later module does the work, an exit code flows out. Results go to
 * standard output, everything else to standard error.
 */
package io.goldsmith.app.cli;
