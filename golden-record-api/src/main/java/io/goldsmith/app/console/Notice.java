package io.goldsmith.app.console;

import java.io.Serializable;

/**
 * What the console says at the top of the next page after something was done.
 *
 * @param good whether it worked
 * @param undoDecision the id of the decision that can be taken back from the notice, 0 if there is none
 * @param undoTask the task that was decided, 0 if there is none
 */
record Notice(boolean good, String text, long undoDecision, long undoTask) implements Serializable {

    static final String NAME = "notice";

    static Notice done(String text) {
        return new Notice(true, text, 0, 0);
    }

    static Notice problem(String text) {
        return new Notice(false, text, 0, 0);
    }
}
