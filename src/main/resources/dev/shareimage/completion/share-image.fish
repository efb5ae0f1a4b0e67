# Completes share-image in fish.
function __share_image_command
  for word in (commandline -opc)[2..-1]
    if contains -- $word @names@
      echo $word
      return
    end
  end
end

function __share_image_is
  set -l command (__share_image_command)
  test -z "$command"; and set command none
  contains -- $command $argv
end

function __share_image_list
  set -l word (string replace -r '^--[^=]*=' '' -- (commandline -ct))
  if string match -q '@*' -- $word
    for file in (__fish_complete_path (string sub -s 2 -- $word))
      echo @$file
    end
  end
end

# The last value of a list with commas.
function __share_image_values
  set -l word (string replace -r '^--[^=]*=' '' -- (commandline -ct))
  set -l head (string replace -r '[^,]*$' '' -- $word)
  for value in $argv
    echo $head$value
  end
end

function __share_image_profiles
  sed -n 's/.*"name"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' ~/.aliyun/config.json 2>/dev/null
end

complete -c share-image -f
@completions@
