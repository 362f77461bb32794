/**
 * Whether outside systems are asked now. Answers and failures flow in from the connectors that read and the targets that write; what flows out is whether the
 * next call is made, how each system is, and the tasks and figures that tell a person.
 */
package io.goldsmith.connect.health;
