package io.goldsmith.app.console;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for signing in; Spring Security takes what it sends. */
@Controller
class SignInController {

    private static final Map<String, String> REASONS = Map.of(
            "error", "That name and password do not belong together.",
            "wait", "Too many failed attempts. Wait a little before you try again.",
            "expired", "This page was open for too long. Please sign in again.",
            "left", "You are signed out.");

    @GetMapping("/login")
    String signIn(@RequestParam Map<String, String> parameters, Model model) {
        REASONS.entrySet().stream()
                .filter(reason -> parameters.containsKey(reason.getKey()))
                .findFirst()
                .ifPresent(reason -> model.addAttribute("reason", reason.getValue()));
        return "sign-in";
    }
}
