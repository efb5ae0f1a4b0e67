package dev.shareimage.app.verify;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The commands to launch an image. The reader replaces words in capitals. No value needs quotes in a shell.
 *
 * @param aliyun the command for the vendor's command line
 * @param terraform a resource for Terraform
 */
public record LaunchCommand(String aliyun, String terraform) {

    /**
     * The first of the ESSD series. Only this series can encrypt system disks (vendor documentation, encrypting disks).
     */
    private static final String DEFAULT_CATEGORY = "cloud_essd";

    /** The commands for one image. */
    static LaunchCommand of(RegionId region, ImageId image, int disks, Optional<KeyId> key, LaunchSpec spec) {
        Map<String, String> parameters = parameters(image, disks, key, spec);
        Map<String, String> whole = new LinkedHashMap<>();
        whole.put("ImageId", image.value());
        if (!spec.hasTemplate()) {
            whole.put(LaunchSpec.TYPE, "TYPE");
            whole.put(LaunchSpec.SWITCH, "VSWITCH");
            whole.put(LaunchSpec.GROUP, "GROUP");
        }
        whole.putAll(parameters);
        String options = whole.entrySet().stream()
                .map(entry -> " --" + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining());
        return new LaunchCommand("aliyun ecs RunInstances --RegionId " + region + options, terraform(whole));
    }

    /** The parameters of {@code RunInstances} for the image, its disks and the wishes. */
    static Map<String, String> parameters(ImageId image, int disks, Optional<KeyId> key, LaunchSpec spec) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ImageId", image.value());
        spec.values().keySet().stream()
                .sorted()
                .forEach(name -> parameters.put(name, spec.values().getOrDefault(name, "")));
        if (key.isPresent()) {
            if (!spec.hasTemplate()) {
                parameters.putIfAbsent(LaunchSpec.CATEGORY, DEFAULT_CATEGORY);
            }
            encrypt(parameters, "SystemDisk", key.get());
            for (int disk = 1; disk < disks; disk++) {
                encrypt(parameters, "DataDisk." + disk, key.get());
            }
        }
        return parameters;
    }

    private static void encrypt(Map<String, String> parameters, String disk, KeyId key) {
        parameters.put(disk + ".Encrypted", "true");
        parameters.put(disk + ".KMSKeyId", key.value());
    }

    private static String terraform(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder("resource \"alicloud_instance\" \"from_shared_image\" {\n");
        line(text, "image_id", parameters.get("ImageId"));
        line(text, "launch_template_id", parameters.get(LaunchTemplate.ID));
        line(text, "launch_template_name", parameters.get(LaunchTemplate.NAME));
        line(text, "launch_template_version", parameters.get(LaunchTemplate.VERSION));
        line(text, "instance_type", parameters.get(LaunchSpec.TYPE));
        line(text, "availability_zone", parameters.get(LaunchSpec.ZONE));
        line(text, "vswitch_id", parameters.get(LaunchSpec.SWITCH));
        String group = parameters.get(LaunchSpec.GROUP);
        if (group != null) {
            text.append("  security_groups = [\"").append(group).append("\"]\n");
        }
        line(text, "system_disk_category", parameters.get(LaunchSpec.CATEGORY));
        line(text, "system_disk_size", parameters.get("SystemDisk.Size"));
        String key = parameters.get("SystemDisk.KMSKeyId");
        if (key != null) {
            text.append("  system_disk_encrypted = true\n");
            line(text, "system_disk_kms_key_id", key);
        }
        return text.append("}\n").toString();
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append("  ").append(name).append(" = \"").append(value).append("\"\n");
        }
    }
}
