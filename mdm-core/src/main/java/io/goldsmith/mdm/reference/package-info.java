/**
 * Reference data. Entries of public registers come in, of postal addresses and companies, edition by edition; what goes out are facts
 * about values of source records: verified, corrected or unknown, by which edition. Resolution reads them as it reads orders.
 */
package io.goldsmith.mdm.reference;
