package io.goldsmith.app.rest;

import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.replicate.DeliveryFilter;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The control endpoints: the commands of other processes, which cannot open the hub while this one has it. */
@RestController
@RequestMapping("/control")
class ControlController {

    private final Control control;
    private final Map<String, ControlProgress> reconciling = new ConcurrentHashMap<>();

    ControlController(Hub hub, Connectors connectors) {
        this.control = new Control(hub, connectors);
    }

    @PostMapping("/extract/{connector}")
    ControlAnswer extract(@PathVariable String connector) {
        return control.extract(connector);
    }

    @PostMapping("/reconcile/{target}")
    ControlAnswer reconcile(
            @PathVariable String target,
            @RequestParam boolean repair,
            @RequestParam boolean values,
            @RequestParam int most,
            @RequestParam boolean json) {
        try {
            return control.reconcile(
                    target,
                    new ReconciliationRequest(repair, values, most),
                    json,
                    (stage, done, total) -> reconciling.put(target, new ControlProgress(stage, done, total)));
        } finally {
            reconciling.remove(target);
        }
    }

    /** How far the reconciliation of a target is. */
    @GetMapping("/reconcile/{target}")
    ControlProgress reconciling(@PathVariable String target) {
        return reconciling.getOrDefault(target, ControlProgress.NONE);
    }

    @PostMapping("/deliveries/{target}")
    ControlAnswer deliveries(
            @PathVariable String target,
            @RequestParam Set<DeliveryState> states,
            @RequestParam Optional<Long> id,
            @RequestParam Optional<String> golden,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> since,
            @RequestParam int most,
            @RequestParam boolean replay) {
        DeliveryFilter filter = new DeliveryFilter(
                states,
                id.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                golden.map(GoldenId::parse),
                reason,
                since.map(Instant::parse));
        return control.deliveries(target, filter, most, replay);
    }

    @PostMapping("/quarantine")
    ControlAnswer quarantine(
            @RequestParam Optional<Long> id,
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> rule,
            @RequestParam int most,
            @RequestParam boolean replay,
            @RequestParam(defaultValue = "false") boolean values) {
        QuarantineQuery query = new QuarantineQuery(id, source, rule);
        return replay ? control.replayQuarantine(query) : control.quarantine(query, most, values);
    }

    @PostMapping("/what-if")
    ControlAnswer whatIf() {
        return control.whatIf();
    }

    @PostMapping("/retrain")
    ControlAnswer retrain(@RequestParam boolean dryRun) {
        return control.retrain(dryRun);
    }

    @PostMapping("/held")
    ControlAnswer held() {
        return control.held();
    }

    @PostMapping("/held/{id}/approve/{person}")
    ControlAnswer approve(@PathVariable long id, @PathVariable String person) {
        return control.approve(id, person);
    }

    @PostMapping("/held/{id}/dismiss/{person}")
    ControlAnswer dismiss(@PathVariable long id, @PathVariable String person) {
        return control.dismiss(id, person);
    }

    @PostMapping("/load-dmp")
    ControlAnswer loadDmp() {
        return control.loadDmp();
    }

    @PostMapping("/doctor/{work}")
    ControlAnswer doctor(@PathVariable String work) {
        return control.doctor(work.equals("rebuild"), ResolutionProgress.NONE);
    }
}
