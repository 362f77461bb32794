/**
 * The machine side of the executable. What outside systems push flows in, and what became of it flows out. Requests of the command line to the running hub flow in, each with the control token; what the
 * hub did flows out as JSON.
 */
package io.goldsmith.app.rest;
