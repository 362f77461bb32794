package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.stewardship.TaskState;
import java.security.Principal;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its content: who is signed in, how many tasks wait, how things are called. */
@ControllerAdvice(annotations = ConsolePage.class)
class PageFrame {

    private static final String STEWARD = ConsoleUser.Role.STEWARD.authority();

    private final Hub hub;
    private final Words words;

    PageFrame(Hub hub, Words words) {
        this.hub = hub;
        this.words = words;
    }

    @ModelAttribute("words")
    Words words() {
        return words;
    }

    @ModelAttribute("me")
    SignedIn me(Principal principal) {
        return principal instanceof Authentication user
                ? new SignedIn(
                        user.getName(),
                        user.getAuthorities().stream().anyMatch(granted -> STEWARD.equals(granted.getAuthority())))
                : SignedIn.NOBODY;
    }

    @ModelAttribute("openTasks")
    long openTasks() {
        return hub.stewardship().count(TaskState.OPEN);
    }

    @InitBinder
    void trimText(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
    }
}
