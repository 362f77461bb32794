/**
 * Validation rules and the quarantine. Records come in on landing and on resolution; those that break a rejecting rule wait here with
 * reasons that hold no values, and go back to the pending ones when they pass or a better version arrives.
 */
package io.goldsmith.mdm.quality;
